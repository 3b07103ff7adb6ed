import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkModel } from "../generator/model/check.ts";
import type { ApiModel, Operation, Shape } from "../generator/model/types.ts";
import { readDocs } from "../generator/pipeline.ts";
import type { SourceText } from "../generator/text/source.ts";

/** Real docs that stand beside the repository where there are any. */
const corpora = new URL("../../shared/corpus/", import.meta.url).pathname;

/** The operations that a person finds in each, by method and path. An index or an example is none. */
const byHand: Readonly<Record<string, readonly string[]>> = {
	gogs: [
		"DELETE /admin/teams/{teamid}/members/{username}",
		"DELETE /admin/teams/{teamid}/repos/{reponame}",
		"DELETE /admin/users/{username}",
		"DELETE /repos/{owner}/{repo}",
		"DELETE /repos/{owner}/{repo}/milestones/{id}",
		"DELETE /repos/{username}/{reponame}/collaborators/{collaborator}",
		"DELETE /repos/{username}/{reponame}/hooks/{id}",
		"DELETE /repos/{username}/{reponame}/issues/{index}/comments/{id}",
		"DELETE /repos/{username}/{reponame}/issues/{index}/labels",
		"DELETE /repos/{username}/{reponame}/issues/{index}/labels/{id}",
		"DELETE /repos/{username}/{reponame}/keys/{id}",
		"DELETE /repos/{username}/{reponame}/labels/{id}",
		"DELETE /user/emails",
		"DELETE /user/following/{username}",
		"DELETE /user/keys/{id}",
		"GET /admin/teams/{teamid}/members",
		"GET /orgs/{orgname}",
		"GET /orgs/{orgname}/repos",
		"GET /orgs/{orgname}/teams",
		"GET /repos/search",
		"GET /repos/{owner}/{repo}",
		"GET /repos/{owner}/{repo}/branches",
		"GET /repos/{owner}/{repo}/branches/{branch}",
		"GET /repos/{owner}/{repo}/git/trees/{sha}",
		"GET /repos/{owner}/{repo}/issues",
		"GET /repos/{owner}/{repo}/issues/{index}",
		"GET /repos/{owner}/{repo}/milestones",
		"GET /repos/{owner}/{repo}/milestones/{id}",
		"GET /repos/{owner}/{repo}/releases",
		"GET /repos/{username}/{reponame}/archive/{ref}{format}",
		"GET /repos/{username}/{reponame}/collaborators",
		"GET /repos/{username}/{reponame}/commits/{sha}",
		"GET /repos/{username}/{reponame}/contents/{path}",
		"GET /repos/{username}/{reponame}/hooks",
		"GET /repos/{username}/{reponame}/issues/comments",
		"GET /repos/{username}/{reponame}/issues/{index}/comments",
		"GET /repos/{username}/{reponame}/issues/{index}/labels",
		"GET /repos/{username}/{reponame}/keys",
		"GET /repos/{username}/{reponame}/keys/{id}",
		"GET /repos/{username}/{reponame}/labels",
		"GET /repos/{username}/{reponame}/labels/{id}",
		"GET /repos/{username}/{reponame}/raw/{ref}/{path}",
		"GET /user",
		"GET /user/emails",
		"GET /user/followers",
		"GET /user/following",
		"GET /user/following/{username}",
		"GET /user/keys",
		"GET /user/keys/{id}",
		"GET /user/orgs",
		"GET /user/repos",
		"GET /users/search",
		"GET /users/{username}",
		"GET /users/{username}/followers",
		"GET /users/{username}/following",
		"GET /users/{username}/following/{target}",
		"GET /users/{username}/keys",
		"GET /users/{username}/orgs",
		"GET /users/{username}/repos",
		"GET /users/{username}/tokens",
		"PATCH /admin/users/{username}",
		"PATCH /orgs/{org}",
		"PATCH /repos/{owner}/{repo}/issue-tracker",
		"PATCH /repos/{owner}/{repo}/issues/{index}",
		"PATCH /repos/{owner}/{repo}/milestones/{id}",
		"PATCH /repos/{username}/{reponame}/hooks/{id}",
		"PATCH /repos/{username}/{reponame}/issues/{index}/comments/{id}",
		"PATCH /repos/{username}/{reponame}/labels/{id}",
		"POST /admin/orgs/{orgname}/teams",
		"POST /admin/users",
		"POST /admin/users/{username}/keys",
		"POST /admin/users/{username}/orgs",
		"POST /admin/users/{username}/repos",
		"POST /markdown",
		"POST /markdown/raw",
		"POST /org/{org}/repos",
		"POST /repos/migrate",
		"POST /repos/{owner}/{repo}/issues",
		"POST /repos/{owner}/{repo}/milestones",
		"POST /repos/{owner}/{repo}/mirror-sync",
		"POST /repos/{username}/{reponame}/hooks",
		"POST /repos/{username}/{reponame}/issues/{index}/comments",
		"POST /repos/{username}/{reponame}/issues/{index}/labels",
		"POST /repos/{username}/{reponame}/keys",
		"POST /repos/{username}/{reponame}/labels",
		"POST /user/emails",
		"POST /user/keys",
		"POST /user/repos",
		"POST /users/{username}/tokens",
		"PUT /admin/teams/{teamid}/members/{username}",
		"PUT /admin/teams/{teamid}/repos/{reponame}",
		"PUT /orgs/{orgname}/memberships/{username}",
		"PUT /repos/{username}/{reponame}/collaborators/{collaborator}",
		"PUT /repos/{username}/{reponame}/issues/{index}/labels",
		"PUT /user/following/{username}",
	],
	"restapidocs-template": [
		"DELETE /api/accounts/{pk}",
		"GET /api/accounts",
		"GET /api/accounts/{pk}",
		"GET /api/user",
		"POST /api/accounts",
		"POST /api/login",
		"PUT /api/accounts/{pk}",
		"PUT /api/user",
	],
	spacex: [
		"GET /v4/capsules",
		"GET /v4/capsules/{id}",
		"GET /v4/company",
		"GET /v4/cores",
		"GET /v4/cores/{id}",
		"GET /v4/crew",
		"GET /v4/crew/{id}",
		"GET /v4/dragons",
		"GET /v4/dragons/{id}",
		"GET /v4/history",
		"GET /v4/history/{id}",
		"GET /v4/landpads",
		"GET /v4/landpads/{id}",
		"GET /v4/launches",
		"GET /v4/launches/latest",
		"GET /v4/launches/next",
		"GET /v4/launches/past",
		"GET /v4/launches/upcoming",
		"GET /v4/launches/{id}",
		"GET /v4/launchpads",
		"GET /v4/launchpads/{id}",
		"GET /v4/payloads",
		"GET /v4/payloads/{id}",
		"GET /v4/roadster",
		"GET /v4/rockets",
		"GET /v4/rockets/{id}",
		"GET /v4/ships",
		"GET /v4/ships/{id}",
		"GET /v4/starlink",
		"GET /v4/starlink/{id}",
		"GET /v5/launches",
		"GET /v5/launches/latest",
		"GET /v5/launches/next",
		"GET /v5/launches/past",
		"GET /v5/launches/upcoming",
		"GET /v5/launches/{id}",
		"POST /v4/capsules/query",
		"POST /v4/cores/query",
		"POST /v4/crew/query",
		"POST /v4/dragons/query",
		"POST /v4/history/query",
		"POST /v4/landpads/query",
		"POST /v4/launches/query",
		"POST /v4/launchpads/query",
		"POST /v4/payloads/query",
		"POST /v4/roadster/query",
		"POST /v4/rockets/query",
		"POST /v4/ships/query",
		"POST /v4/starlink/query",
		"POST /v5/launches/query",
	],
	slate: ["DELETE /kittens/{ID}", "GET /api/kittens", "GET /kittens/{ID}"],
};

for (const [name, operations] of Object.entries(byHand)) {
	const folder = join(corpora, name, "docs");
	const present = existsSync(folder);
	if (!present) console.info(`Skipped: the docs of ${name} are not here`);

	describe.skipIf(!present)(`the docs of ${name}`, () => {
		const docs = present ? documents(folder) : [];
		const { model, diagnostics } = readDocs(docs);
		const told = (code: string) =>
			diagnostics
				.filter((one) => one.code === code)
				.map(({ span }) => `${span.file}:${span.start.line}`);

		test("give the operations that a person finds, and no others", () => {
			expect(checkModel(model)).toEqual([]);
			expect(told("endpoint/unread")).toEqual([]);
			expect(model.operations.map(({ id }) => id).sort()).toEqual(
				[...operations].sort(),
			);
		});

		test("give every row of every parameter table", () => {
			const rows = docs.flatMap(({ text }) => [...rowsIn(text)]);
			expect(rows.flatMap((row) => unknownRow(model, row))).toEqual([]);
		});

		test("give every key of every sample", () => {
			const keys = docs.flatMap(({ text }) => [...keysIn(text)]);
			expect(keys.flatMap((key) => unknownKey(model, key))).toEqual([]);
			if (name !== "slate") expect(keys.length).toBeGreaterThan(20);
		});
	});
}

function documents(folder: string): readonly SourceText[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".md"))
		.map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}

interface Row {
	readonly operation: string;
	readonly name: string;
	readonly type?: string;
	readonly required: boolean;
}

interface Line {
	readonly text: string;
	/** The endpoint that was named last. */
	readonly operation: string;
}

/** Reads by lines alone, so that nothing is shared with what is tested. */
function* linesIn(text: string): Generator<Line> {
	let operation = "";
	let method = "";
	let path = "";
	for (const line of text.split("\n")) {
		const bare = line.replace(/[`*]/g, "").trim();
		method = /^Method\s*:\s*([A-Z]+)$/.exec(bare)?.[1] ?? method;
		path = /^URL\s*:\s*(\S+)$/.exec(bare)?.[1] ?? path;
		const whole = /^(GET|PUT|POST|PATCH|DELETE) (\S+)$/.exec(bare);
		if (whole !== null) [, method = "", path = ""] = whole;
		if (method !== "" && path !== "") operation = idOf(method, path);
		yield { text: line, operation };
	}
}

function idOf(method: string, path: string): string {
	const braced = path
		.replace(/^https?:\/\/[^/]+/, "")
		.replace(/:(\w+)/g, "{$1}")
		.replace(/<(\w+)>/g, "{$1}")
		.replace(/\/$/, "");
	return `${method} ${braced}`;
}

function* rowsIn(text: string): Generator<Row> {
	let head: readonly string[] | undefined;
	for (const { text: line, operation } of linesIn(text)) {
		const cells = line
			.replace(/^\||\|$/g, "")
			.split("|")
			.map((cell) => cell.trim());
		if (cells.length < 2 || operation === "") head = undefined;
		else if (head === undefined) head = cells;
		else if (!/^:?-+:?$/.test(cells[0] ?? "")) {
			const type = cells[head.indexOf("Type")];
			yield {
				operation,
				name: (cells[0] ?? "").replace(/`/g, ""),
				...(type !== undefined && { type }),
				required: line.includes("**Required**"),
			};
		}
	}
}

function operationOf(model: ApiModel, id: string): Operation | undefined {
	const bare = (text: string) => text.replace(/\{\w+\}/g, "{}");
	return model.operations.find((one) => bare(one.id) === bare(id));
}

function unknownRow(model: ApiModel, row: Row): readonly string[] {
	const place = `${row.operation} ${row.name}`;
	const operation = operationOf(model, row.operation);
	const body = operation?.body && resolved(model, operation.body.shape);
	const field =
		operation?.parameters.find(({ name }) => name === row.name) ??
		(body?.kind === "object"
			? body.properties.find(({ name }) => name === row.name)
			: undefined);
	if (field === undefined) return [`${place} is not there`];
	if (row.required && field.required !== true) return [`${place} is required`];
	const kinds: Readonly<Record<string, string>> = {
		int: "number",
		bool: "boolean",
		time: "string",
	};
	const type = row.type?.replace(/`/g, "");
	const kind = kinds[type ?? ""] ?? type;
	const { shape } = field;
	const words =
		kind === "string" &&
		shape.kind === "union" &&
		shape.members.every((one) => one.kind === "literal");
	const same =
		words || kind === undefined || /\s/.test(kind) || shape.kind === kind;
	return same ? [] : [`${place} is ${field.shape.kind}, not ${row.type}`];
}

function resolved(model: ApiModel, shape: Shape): Shape | undefined {
	return shape.kind === "reference"
		? model.shapes.find(({ name }) => name === shape.name)?.shape
		: shape;
}

/** Every `"key":` in a JSON fence, of the endpoint above it or, in a chapter whose samples come first, of the one below. */
function* keysIn(
	text: string,
): Generator<{ readonly operation: string; readonly key: string }> {
	for (const chapter of text.split(/^(?=## )/m)) {
		const lines = [...linesIn(chapter)];
		const first = [...linesIn(text)].find(({ operation }) => operation !== "");
		const own = lines.find(({ operation }) => operation !== "") ?? first;
		if (own === undefined) continue;
		let fence = false;
		for (const { text: line, operation } of lines)
			if (/^```/.test(line)) fence = /^```json/.test(line);
			else if (fence)
				for (const [, key = ""] of line.matchAll(/"([^"]+)"\s*:/g))
					yield { operation: operation || own.operation, key };
	}
}

function unknownKey(
	model: ApiModel,
	{ operation: id, key }: { readonly operation: string; readonly key: string },
): readonly string[] {
	const operation = operationOf(model, id);
	const shapes = [
		operation?.body?.shape,
		operation?.envelope?.shape,
		...(operation?.responses.map(({ shape }) => shape) ?? []),
	];
	const known = shapes.some(
		(shape) => shape !== undefined && hasKey(model, shape, key),
	);
	return known ? [] : [`${id} ${key}`];
}

function hasKey(model: ApiModel, shape: Shape, key: string): boolean {
	const whole = resolved(model, shape);
	switch (whole?.kind) {
		case "object":
			return whole.properties.some(
				(one) => one.name === key || hasKey(model, one.shape, key),
			);
		case "array":
			return hasKey(model, whole.items, key);
		case "record":
			return hasKey(model, whole.values, key);
		case "union":
			return whole.members.some((one) => hasKey(model, one, key));
		default:
			return false;
	}
}
