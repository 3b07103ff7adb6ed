import type { Change } from "../model/diff/change.ts";
import type { Phrase } from "../model/diff/phrase.ts";
import type { Impact } from "../model/diff/rules.ts";
import { excerpts } from "./excerpt.ts";
import { capital, linePhrase } from "./markdown-phrase.ts";
import { byMethod, countChanges, sentenceOf, usesOf } from "./sentence.ts";
import { toldOf } from "./told.ts";

/** What a release says of itself to those who use the client: `## 1.2.0` and a list for each impact. */
export function changelogEntry(
	version: string,
	changes: readonly Change[],
): string {
	const parts = [
		`## ${version}\n`,
		...section("Breaking", changes, "breaking"),
		...section("Additions", changes, "addition"),
		...wordings(changes),
	];
	return parts.join("\n");
}

/** The text of a changeset: the package, how its version rises, and what changed. */
export function changesetText(
	name: string,
	bump: string,
	changes: readonly Change[],
): string {
	const lines = (["breaking", "addition"] as const).flatMap((impact) =>
		linesOf(changes, impact).map((line) =>
			impact === "breaking" ? line.replace("- ", "- **Breaking:** ") : line,
		),
	);
	return [
		"---",
		`${JSON.stringify(name)}: ${bump}`,
		"---",
		"",
		`The API has ${countChanges(toldOf(changes))}.`,
		"",
		...lines,
	]
		.join("\n")
		.trimEnd()
		.concat("\n");
}

/**
 * A changelog with an entry on top of the others; nothing when it has one of this version, which someone may have worked
 * on.
 */
export function withEntry(
	changelog: string,
	version: string,
	entry: string,
): string | undefined {
	const lines = changelog.split("\n");
	const heads = lines.flatMap((line, at) => {
		const found = /^##[ \t]+\[?v?([^\s\]]+)/.exec(line);
		return found === null ? [] : [{ at, version: found[1] }];
	});
	if (heads.some((head) => head.version === version)) return undefined;
	if (changelog.trim() === "") return `# Changelog\n\n${entry}`;
	const [first] = heads;
	if (first === undefined) return `${changelog.trimEnd()}\n\n${entry}`;
	const above = lines.slice(0, first.at).join("\n").trimEnd();
	const below = lines.slice(first.at).join("\n");
	return `${above === "" ? "" : `${above}\n\n`}${entry}\n${below}`;
}

function section(
	title: string,
	changes: readonly Change[],
	impact: Impact,
): readonly string[] {
	const lines = linesOf(changes, impact);
	return lines.length === 0 ? [] : [`### ${title}\n\n${lines.join("\n")}\n`];
}

/** How the docs are worded is told in a line: what it says is in the client's declarations. */
function wordings(changes: readonly Change[]): readonly string[] {
	const own = changes.filter(({ impact }) => impact === "wording");
	return own.length === 0
		? []
		: [`### Docs\n\n- ${capital(countChanges(own))}.\n`];
}

function linesOf(
	changes: readonly Change[],
	impact: Impact,
): readonly string[] {
	return toldOf(changes)
		.filter((change) => change.impact === impact)
		.map((change) => {
			const uses = linePhrase(usesOf(change, byMethod));
			const used = uses === "" ? "" : ` (${uses})`;
			const sentence = linePhrase(sentenceOf(change, byMethod));
			return `- ${capital(sentence)}${used}${linePhrase(turnOf(change))}.`;
		});
}

/** `` : `boolean` → `string` ``, or the request of an operation that came or went. */
function turnOf(change: Change): Phrase {
	const { rule, detail, operations, before, after } = change;
	const [operation] = operations;
	const isWhole = rule === "operation-added" || rule === "operation-removed";
	if (isWhole && operation !== undefined)
		return [": ", { quoted: operation.id }];
	if (detail !== undefined || before === undefined || after === undefined)
		return [];
	// What the sentence says already: optional, required.
	if ([...before, ...after].every((word) => typeof word === "string"))
		return [];
	const shown = excerpts({ before, after }, 60);
	return [": ", ...(shown.before ?? []), " → ", ...(shown.after ?? [])];
}
