import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A test that holds a promise, or a part of one: the file below `test/`, and the start of its title. */
export type HeldBy = readonly [file: string, title: string];

/** What became of tests. */
export interface Outcome {
	/** How many ran; a title with holes stands for many. */
	readonly ran: number;
	/** Each ran, and passed. */
	readonly fine: boolean;
}

/** Runs the files of these tests once, and gives a function that tells what became of some of them. */
export function runTests(
	tests: readonly HeldBy[],
	env: NodeJS.ProcessEnv = process.env,
): (some: readonly HeldBy[]) => Outcome {
	const results = resultsOf(
		tests.map(([file]) => file),
		env,
	);
	return (some) => {
		const ran = some.map(([file, title]) =>
			results.filter(
				(result) =>
					result.file.endsWith(`/test/${file}`) && matches(result.title, title),
			),
		);
		const fine = ran.every(
			(each) => each.length > 0 && each.every(({ passed }) => passed),
		);
		return { ran: ran.flat().length, fine };
	};
}

interface Result {
	readonly file: string;
	readonly title: string;
	readonly passed: boolean;
}

/** Titles with holes are those of tests that are made for several values. */
function matches(title: string, start: string): boolean {
	return start.startsWith("$") ? true : title.startsWith(start);
}

function resultsOf(
	files: readonly string[],
	env: NodeJS.ProcessEnv,
): readonly Result[] {
	if (files.length === 0) return [];
	const root = fileURLToPath(new URL("../", import.meta.url));
	const paths = [...new Set(files)].map((file) => `test/${file}`);
	const { stdout } = spawnSync(
		"npx",
		["vitest", "run", "--reporter=json", ...paths],
		{ cwd: root, env, encoding: "utf8", maxBuffer: 1e9 },
	);
	const report = JSON.parse(stdout.slice(stdout.indexOf("{"))) as {
		testResults: {
			name: string;
			assertionResults: { title: string; status: string }[];
		}[];
	};
	return report.testResults.flatMap(({ name, assertionResults }) =>
		assertionResults.map(({ title, status }) => ({
			file: name,
			title,
			passed: status === "passed",
		})),
	);
}
