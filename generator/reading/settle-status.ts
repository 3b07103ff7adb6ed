import { joinOrigins } from "../model/join-origins.ts";
import type { Origin, Response, Shape } from "../model/types.ts";
import { fitted } from "./fit-shape.ts";
import type { OperationDraft } from "./operation-draft.ts";

/**
 * Gives an answer whose status was only assumed to the one success that the docs state without saying what it looks like:
 * "Return type: Kite" stands above a table whose success is `201`.
 */
export function settleStatus({
	responses,
	describedStatuses: described,
}: OperationDraft): void {
	const succeeds = responses.filter(({ status }) => /^2/.test(status));
	const guess = succeeds.find((one) => !one.origins.some(statesStatus));
	const [stated, ...others] = succeeds.filter((one) => one !== guess);
	if (guess === undefined || stated === undefined || others.length > 0) return;
	const empty = /^20[45]$/.test(stated.status);
	if (empty && guess.shape !== undefined) return;
	// What is described without a status is what the one success shows.
	const shown =
		described.has(guess.status) && !described.has(stated.status)
			? joined(guess, stated)
			: undefined;
	if (stated.shape !== undefined && shown === undefined) return;
	const [first, ...more] = guess.origins.filter(isKnown);
	const settled: Response = {
		...guess,
		...stated,
		...(shown !== undefined && { shape: shown }),
		origins:
			first === undefined
				? stated.origins
				: joinOrigins(stated.origins, [first, ...more]),
	};
	responses.splice(responses.indexOf(stated), 1, settled);
	responses.splice(responses.indexOf(guess), 1);
}

function joined(guess: Response, stated: Response): Shape | undefined {
	return guess.shape === undefined || stated.shape === undefined
		? undefined
		: fitted(guess.shape, stated.shape, "fill");
}

function statesStatus({ basis, of }: Origin): boolean {
	return basis !== "assumed" && (of === undefined || of.includes("status"));
}

function isKnown({ basis, of }: Origin): boolean {
	return !(basis === "assumed" && of?.includes("status") === true);
}
