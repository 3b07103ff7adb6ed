import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
	checkWorkflow,
	npmCommands,
	publishWorkflow,
} from "../../generator/cli/workflows.ts";

interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
	readonly permissions: { readonly contents?: string };
	readonly needs?: string | readonly string[];
	readonly environment?: string;
	readonly uses?: string;
	readonly steps?: readonly Step[];
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(root + path, "utf8");

/** Our own, and those that a project is given. */
const texts: Readonly<Record<string, string>> = {
	...Object.fromEntries(
		readdirSync(`${root}.github/workflows`).map((file) => [
			file,
			read(`.github/workflows/${file}`),
		]),
	),
	"a project's check": checkWorkflow(npmCommands),
	"a project's publish": publishWorkflow(npmCommands),
};

const parsed = Object.entries(texts).map(([name, text]) => ({
	name,
	text,
	...(parse(text) as {
		readonly on: unknown;
		readonly permissions: unknown;
		readonly jobs: Readonly<Record<string, Job>>;
	}),
}));

const jobs = parsed.flatMap(({ name, jobs }) =>
	Object.entries(jobs).map(([job, what]) => ({
		name: `${job} of ${name}`,
		...what,
	})),
);

describe.each(parsed)("the workflow $name", ({ text, on, permissions }) => {
	test("names what others wrote by its digest, and says its version", () => {
		for (const [line, used = ""] of text.matchAll(/^.*\buses: *(.*)$/gm))
			if (!used.startsWith("./.github/"))
				expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
	});

	test("gives nothing to all jobs, and no secret to any", () => {
		expect(permissions).toEqual({});
		expect(text).not.toMatch(/\bsecrets[.:]|TOKEN/);
	});

	test("runs no branch of a stranger with rights, and no text of an event", () => {
		expect(JSON.stringify(on)).not.toMatch(/pull_request_target|workflow_run/);
		for (const [, command] of text.matchAll(/\brun: *(.*)$/gm))
			expect(command).not.toContain("${{");
	});
});

test("an action is the same everywhere", () => {
	const digests = new Map<string, Set<string>>();
	for (const text of Object.values(texts))
		for (const [, action = "", digest = ""] of text.matchAll(
			/uses: *([^@\s]+)@(.*)$/gm,
		))
			digests.set(action, (digests.get(action) ?? new Set()).add(digest));
	expect(digests.size).toBeGreaterThan(5);
	for (const [action, { size }] of digests) expect(size, action).toBe(1);
});

describe.each(jobs)("the job $name", ({ permissions, steps = [] }) => {
	const commands = steps.flatMap(({ run }) => run ?? []);

	test("says what it may do", () => {
		expect(permissions).toBeDefined();
		expect(permissions.contents ?? "read").toBe("read");
	});

	test("keeps no key of the repository, and shares no cache", () => {
		for (const { uses = "", with: given } of steps) {
			if (uses.startsWith("actions/checkout@"))
				expect(given?.["persist-credentials"]).toBe(false);
			if (uses.startsWith("actions/setup-node@"))
				expect(given?.["package-manager-cache"]).toBe(false);
			expect(uses).not.toMatch(/^actions\/cache/);
		}
	});

	test("runs nothing that was installed where it may write", () => {
		if (!Object.values(permissions).includes("write")) return;
		for (const command of commands)
			expect(command).toMatch(/^npm publish \S+\.tgz .*--ignore-scripts$/);
		for (const { uses } of steps.filter(({ run }) => run === undefined))
			expect(uses).toMatch(
				/^actions\/(?:download-artifact|setup-node|attest)@/,
			);
	});
});

test("a release is checked, packed, attested with what is in it, and published by one who approves", () => {
	const { check, build, attest, publish } = parse(texts["publish.yml"] ?? "")
		.jobs as Readonly<Record<string, Job>>;
	expect(check?.uses).toBe("./.github/workflows/check.yml");
	expect(build?.needs).toBe("check");
	expect(attest?.needs).toBe("build");
	expect(publish?.needs).toEqual(["build", "attest"]);
	expect(publish?.environment).toBe("npm");
	expect(JSON.stringify(attest)).toMatch(/subject-path.*sbom-path/);
	expect(JSON.stringify(publish)).toContain("--provenance");
	const commands = build?.steps?.flatMap(({ run }) => run ?? []) ?? [];
	expect(commands.filter((one) => /^npm ci/.test(one))).toEqual([
		"npm ci --ignore-scripts --no-audit --no-fund",
	]);
});

test("what is locked is held to known vulnerabilities every day", () => {
	const { on, jobs } = parse(texts["dependencies.yml"] ?? "");
	expect(on.schedule[0].cron).toMatch(/^\d+ \d+ \* \* \*$/);
	expect(jobs.osv.uses).toMatch(
		/^google\/osv-scanner-action\/.*reusable\.yml@/,
	);
	expect(jobs.osv.with["scan-args"]).toBe("--lockfile=package-lock.json");
});

test("new versions wait a week before they are taken, wherever there is a lockfile", () => {
	// For what people add; in .npmrc it would hold for `npm ci` too, which would then depend on the day it runs.
	const by = /npm install --min-release-age=(\d+)/.exec(
		read("CONTRIBUTING.md"),
	);
	const days = Number(by?.[1]);
	expect(days).toBeGreaterThanOrEqual(7);
	expect(read(".npmrc")).not.toContain("min-release-age");
	const { updates } = parse(read(".github/dependabot.yml")) as {
		readonly updates: readonly {
			readonly "package-ecosystem": string;
			readonly directories?: readonly string[];
			readonly cooldown?: { readonly "default-days"?: number };
		}[];
	};
	for (const { cooldown } of updates)
		expect(cooldown?.["default-days"]).toBe(days);
	const [npm, actions] = updates;
	// What is generated is what the docs give, whatever a robot would like.
	const ignore = ["**/node_modules/**", "dist/**", "generated/**"];
	const locked = globSync("**/package-lock.json", { cwd: root, ignore })
		.map((path) => `/${path.replace(/\/?package-lock\.json$/, "")}`)
		.sort();
	expect(npm?.directories).toEqual(locked);
	expect(actions?.["package-ecosystem"]).toBe("github-actions");
});
