import { defaultServer } from "../default-server.ts";
import type { ApiModel, Credential, OAuth, SecurityScheme } from "../types.ts";
import { compareTwo as compareAnswer } from "./answers.ts";
import { compareDescriptions, textOf } from "./common-facts.ts";
import { placesOf, type Report, theApi } from "./finding.ts";
import { phrase } from "./phrase.ts";
import type { RuleName } from "./rules.ts";
import type { ShapePair } from "./shape-pair.ts";
import type { Models } from "./shapes.ts";

/** Compares what models say of the API as a whole. */
export function compareApis(
	models: Models,
	report: Report,
	compare: (pair: ShapePair) => void,
): void {
	const { before, after } = models;
	if (before.title !== after.title)
		report(theApi, {
			rule: "title-changed",
			part: ["the title"],
			before: phrase`${before.title}`,
			after: phrase`${after.title}`,
			place: {},
		});
	compareServers(models, report);
	compareSecurity(models, report);
	compareResources(models, report);
	compareNotes(models, report);
	for (const error of after.errors ?? []) {
		const old = before.errors?.find(({ status }) => status === error.status);
		if (old !== undefined) compareAnswer(old, error, theApi, report, compare);
	}
}

function compareServers({ before, after }: Models, report: Report): void {
	const [old, now] = [defaultServer(before), defaultServer(after)];
	const changed = old !== undefined && now !== undefined && old.url !== now.url;
	if (changed)
		report(theApi, {
			rule: "server-changed",
			part: ["the base URL"],
			before: phrase`${old.url}`,
			after: phrase`${now.url}`,
			place: placesOf(old.origins, now.origins),
		});
	const told = changed ? [old.url, now.url] : [];
	const others = (here: ApiModel, there: ApiModel) =>
		here.servers.filter(
			({ url }) =>
				!told.includes(url) && !there.servers.some((one) => one.url === url),
		);
	for (const { url, origins } of others(before, after))
		report(theApi, {
			rule: "server-removed",
			part: phrase`base URL ${url}`,
			place: placesOf(origins, undefined),
		});
	for (const { url, origins } of others(after, before))
		report(theApi, {
			rule: "server-added",
			part: phrase`base URL ${url}`,
			place: placesOf(undefined, origins),
		});
}

function compareSecurity({ before, after }: Models, report: Report): void {
	const left = new Set(before.security);
	const take = (isIt: (old: SecurityScheme) => boolean) => {
		const found = [...left].find(isIt);
		if (found !== undefined) left.delete(found);
		return found;
	};
	const same = new Map(
		after.security.map((scheme) => [
			scheme,
			take((old) => namesIn(old) === namesIn(scheme)),
		]),
	);
	for (const [scheme, exact] of same) {
		const old = exact ?? take(({ title }) => title === scheme.title);
		if (old !== undefined) compareSchemes(old, scheme, report);
		else
			report(theApi, {
				rule:
					before.security.length === 0 ? "security-required" : "security-added",
				part: phrase`authentication by ${scheme.title}`,
				place: placesOf(undefined, scheme.origins),
			});
	}
	for (const { title, origins } of left)
		report(theApi, {
			rule: "security-removed",
			part: phrase`authentication by ${title}`,
			place: placesOf(origins, undefined),
		});
}

function compareSchemes(
	before: SecurityScheme,
	after: SecurityScheme,
	report: Report,
): void {
	const part = phrase`authentication by ${after.title}`;
	compareDescriptions(before, after, { owner: theApi, part }, report);
	if (
		textOf(before.credentials.map(sending)) !==
		textOf(after.credentials.map(sending))
	)
		report(theApi, {
			rule: "credential-changed",
			part,
			before: phrase`${before.credentials.map(wordsOf).join(", ")}`,
			after: phrase`${after.credentials.map(wordsOf).join(", ")}`,
			place: placesOf(before.origins, after.origins),
		});
	for (const credential of after.credentials) {
		const old = before.credentials.find(({ name }) => name === credential.name);
		if (old !== undefined) compareCredentials(old, credential, report);
	}
	compareOAuth(before, after, report);
}

function compareCredentials(
	before: Credential,
	after: Credential,
	report: Report,
): void {
	const part = phrase`credential ${after.name}`;
	compareDescriptions(before, after, { owner: theApi, part }, report);
	const [a, b] = [before.environment, after.environment];
	if (a !== undefined && a !== b)
		report(theApi, {
			rule: "environment-changed",
			part,
			before: phrase`${a}`,
			...(b !== undefined && { after: phrase`${b}` }),
			place: placesOf(before.origins, after.origins),
		});
}

function compareOAuth(
	before: SecurityScheme,
	after: SecurityScheme,
	report: Report,
): void {
	const [a, b] = [before.oauth, after.oauth];
	const place = placesOf(before.origins, after.origins);
	const urls = (one: OAuth | undefined) => [
		one?.authorizationUrl,
		one?.tokenUrl,
	];
	if (a !== undefined && textOf(urls(a)) !== textOf(urls(b)))
		report(theApi, {
			rule: "oauth-changed",
			part: phrase`the token of ${after.title}`,
			before: phrase`${urls(a).join(" ").trim()}`,
			after: phrase`${urls(b).join(" ").trim()}`,
			place,
		});
	const tell = (rule: RuleName, from: OAuth | undefined, other?: OAuth) => {
		for (const { name } of from?.scopes ?? [])
			if (!other?.scopes.some((scope) => scope.name === name))
				report(theApi, { rule, part: phrase`scope ${name}`, place });
	};
	tell("scope-removed", a, b);
	tell("scope-added", b, a);
}

function compareResources({ before, after }: Models, report: Report): void {
	for (const resource of after.resources) {
		const key = textOf(resource.path);
		const old = before.resources.find(({ path }) => textOf(path) === key);
		const part = phrase`resource ${resource.path.join(".")}`;
		if (old !== undefined)
			compareDescriptions(old, resource, { owner: theApi, part }, report);
	}
}

function compareNotes({ before, after }: Models, report: Report): void {
	const [olds, news] = [before, after].map(
		({ notes = [] }) => new Map(notes.map((note) => [note.title, note])),
	);
	for (const title of new Set([
		...(olds?.keys() ?? []),
		...(news?.keys() ?? []),
	])) {
		const [a, b] = [olds?.get(title), news?.get(title)];
		if (a?.text === b?.text) continue;
		report(theApi, {
			rule: "note-changed",
			part: phrase`the chapter ${title}`,
			...(a !== undefined && { before: phrase`${a.text}` }),
			...(b !== undefined && { after: phrase`${b.text}` }),
			place: placesOf(a?.origins, b?.origins),
		});
	}
}

function namesIn({ credentials }: SecurityScheme): string {
	return JSON.stringify(credentials.map(({ name }) => name).sort());
}

/** What makes a difference to the request and to who makes the client. */
function sending({ name, kind, in: location, parameter, prefix }: Credential) {
	return [name, kind, location, parameter.toLowerCase(), prefix];
}

function wordsOf({
	name,
	in: location,
	parameter,
	prefix = "",
}: Credential): string {
	return `${location} ${parameter}: ${prefix}${name}`;
}
