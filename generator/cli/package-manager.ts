import { join } from "node:path";
import { lookAt } from "../output/look-at.ts";

/** How a project installs what it needs, and runs it. */
export interface PackageManager {
	/** What a job has to run first, with the lock file as it is committed. */
	readonly install: readonly string[];
	/** For a person, once. */
	readonly add: string;
	readonly runScript: string;
	/** In front of a command line of ours. */
	readonly run: string;
}

const npm: PackageManager = {
	install: ["npm ci"],
	add: "npm install --save-dev docwright",
	runScript: "npm run generate",
	run: "npx docwright",
};

const byLock: readonly (readonly [string, PackageManager])[] = [
	["package-lock.json", npm],
	["npm-shrinkwrap.json", npm],
	[
		"pnpm-lock.yaml",
		{
			install: ["corepack enable", "pnpm install --frozen-lockfile"],
			add: "pnpm add --save-dev docwright",
			runScript: "pnpm run generate",
			run: "pnpm exec docwright",
		},
	],
	[
		"yarn.lock",
		{
			install: ["corepack enable", "yarn install --immutable"],
			add: "yarn add --dev docwright",
			runScript: "yarn run generate",
			run: "yarn run docwright",
		},
	],
];

/** Tells it by the lock file; npm without its lock where there is none. */
export function packageManagerOf(folder: string): PackageManager {
	for (const [file, manager] of byLock)
		if (lookAt(join(folder, file)).kind === "file") return manager;
	return { ...npm, install: ["npm install"] };
}

/** Where there is no package.json: npm fetches this version each time. */
export function withoutPackage(version: string): PackageManager {
	const run = `npx --yes docwright@${version}`;
	return { install: [], add: "", runScript: `${run} generate`, run };
}
