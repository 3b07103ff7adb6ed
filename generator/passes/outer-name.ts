import { wordsOf } from "../text/words.ts";
import type { Group } from "./occurrence.ts";
import { pascal } from "./pascal.ts";

/** What wrappers and failures have so often that nobody would say it of one. */
const usual = {
	envelope:
		/^(?:success|ok|status|code|errors?|data|results?|response|payload|items)$/i,
	failure: /^(?:success|ok|status|code|errors?|message|msg|detail)$/i,
} as const;

const bare = { envelope: "Envelope", failure: "ErrorBody" } as const;

/** A wrapper or failure called after what it has beside the usual: `EnvelopeWithResultInfo`; a small one after all it has. */
export function outerName(kind: keyof typeof usual, { shape }: Group): string {
	const names = shape.properties.map(({ name }) => name).sort();
	if (kind === "envelope" && names.length < 3)
		return pascal([...names.flatMap(wordsOf), "envelope"]);
	const others = names.filter((name) => !usual[kind].test(name));
	const said = others.slice(0, 3).map((name) => pascal(wordsOf(name)));
	return said.length === 0
		? bare[kind]
		: `${bare[kind]}With${said.join("And")}`;
}
