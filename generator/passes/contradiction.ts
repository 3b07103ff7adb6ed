import type { Report } from "../diagnostics/reporter.ts";
import type { Joining } from "../model/joining.ts";

/** A joining of two descriptions of one thing that blames both places where they contradict each other. */
export function joiningWith(report: Report, what: string): Joining {
	return {
		mode: "same",
		conflict({ name, one, other }) {
			report(
				"shape/contradiction",
				other.origins[0].span,
				{ what: `\`${name}\` of ${what}`, one: other.says, other: one.says },
				[{ message: `${one.says} here`, span: one.origins[0].span }],
			);
		},
	};
}
