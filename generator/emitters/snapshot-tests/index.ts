import { banner } from "../../code/banner.ts";
import { jsonFile } from "../../code/literal.ts";
import type { OutputFile } from "../../text/output-file.ts";
import type { Emitter } from "../emitter.ts";
import { suitesOf } from "./suites.ts";
import { testFile } from "./test-file.ts";

export interface SnapshotTestsOptions {
	/** What all tests share, as it is in `templates/snapshot-tests`; it goes to `test/`. */
	readonly harness: readonly OutputFile[];
}

/**
 * Makes `test/`: for each operation and documented response a test of the client against a local server, and the
 * snapshot that it is compared with.
 */
export function snapshotTestsEmitter({
	harness,
}: SnapshotTestsOptions): Emitter {
	return {
		name: "snapshot-tests",
		emit(model) {
			const suites = suitesOf(model);
			const shared = harness.map(({ path, text }) => {
				return { path: `test/${path}`, text: `${banner(model)}\n${text}` };
			});
			const snapshots = suites
				.flatMap(({ cases }) => cases)
				.map(({ snapshot, expected }) => {
					const path = `test/snapshots/${snapshot}.json`;
					return { path, text: jsonFile(expected) };
				});
			const tests = suites.map((suite) => testFile(model, suite));
			return [...shared, ...tests, ...snapshots];
		},
	};
}
