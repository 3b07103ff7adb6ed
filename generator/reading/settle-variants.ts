import type { Origins } from "../model/types.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { withVariants } from "./variants.ts";

/** Puts the fields of variants into the answers that have them. */
export function settleVariants(draft: OperationDraft): void {
	const { answerVariants, bodyFields, parameters, responses } = draft;
	const asked = new Set([...bodyFields, ...parameters].map(({ name }) => name));
	for (const status of new Set(answerVariants.map((one) => one.status))) {
		const variants = answerVariants.filter((one) => one.status === status);
		const at = responses.findIndex((one) => one.status === status);
		const response = responses[at];
		const shape = withVariants(response?.shape, variants, (name) =>
			asked.has(name),
		);
		const [first] = variants;
		if (shape === undefined || first === undefined) continue;
		const { span } = first.condition;
		const origins: Origins = [
			{ span, basis: "stated", of: ["type"] },
			{ span, basis: "assumed", of: ["status"] },
		];
		const made = {
			status,
			mediaType: "application/json",
			origins,
			...response,
			shape,
		};
		draft.describedStatuses.add(status);
		if (at < 0) responses.push(made);
		else responses[at] = made;
	}
}
