import { type Code, code, joinCode } from "../../code/code.ts";
import { docComment } from "../../code/comment.ts";
import type {
	Declaration,
	PropertyDeclaration,
} from "../../code/declarations.ts";
import { jsonLiteral, stringLiteral } from "../../code/literal.ts";
import { optionNames } from "../../code/option-names.ts";
import { identifier } from "../../code/property.ts";
import { defaultServer } from "../../model/default-server.ts";
import { foreignOrigins } from "../../model/own-server.ts";
import type {
	ApiModel,
	Credential,
	SecurityScheme,
} from "../../model/types.ts";
import { commonEnvelope } from "./envelope.ts";
import { environmentPrefix } from "./environment.ts";
import { basisOf, paragraph, span } from "./facts.ts";
import type { RuntimeName } from "./runtime.ts";

/** What `src/core.ts` declares: the client's options, and the function that makes what operations are called with. */
export function declareCore(model: ApiModel): readonly Declaration[] {
	const options = optionNames(
		model.security.flatMap(({ credentials }) => credentials),
	);
	const defaults = hasServer(model) ? code` = {}` : code``;
	return [
		{
			kind: "interface",
			name: code`ClientOptions`,
			docs: docComment({
				paragraphs: [`How to reach and to authenticate with ${model.title}.`],
			}),
			extends: [code`CoreOptions`],
			properties: [
				baseUrl(model),
				...trustedOrigins(model),
				...credentialsOf(model.security, options),
			],
		},
		{ kind: "statement", text: configOf(model, options) },
		{
			kind: "statement",
			text: code`/**
 * What the functions of all operations take first. A program that calls functions in place of a client's methods holds
 * no other operation, and of \`allFeatures\` those that it names.
 */
export function createClient(options: ClientOptions${defaults}, features?: readonly Feature[]): ClientCore {
	return createCore(config, options, features);
}`,
		},
	];
}

/** True when the docs say where the API is, so that a client can be made without saying it. */
export function hasServer(model: ApiModel): boolean {
	return defaultServer(model) !== undefined;
}

function baseUrl(model: ApiModel): PropertyDeclaration {
	const first = defaultServer(model);
	const others = model.servers.filter((server) => server !== first);
	return {
		key: identifier("baseURL"),
		type: hasServer(model) ? code`string | undefined` : code`string`,
		optional: hasServer(model),
		docs: docComment({
			paragraphs: [
				first === undefined
					? others.length === 0
						? "Where the API is; the docs do not say it."
						: `Where the API is, its path included; the docs say ${others.map(({ url }) => span(url)).join(", ")}.`
					: paragraph(
							`Where the API is; ${span(first.url)} unless stated.`,
							basisOf(first.origins),
							others.length === 0
								? undefined
								: `The docs also name ${others.map(({ url }) => span(url)).join(", ")}.`,
						),
			],
		}),
	};
}

/** Only where an operation is elsewhere than the API. */
function trustedOrigins(model: ApiModel): readonly PropertyDeclaration[] {
	const origins = foreignOrigins(model);
	if (origins.length === 0) return [];
	const names = joinCode(origins.map(stringLiteral), code` | `);
	return [
		{
			key: identifier("trustedOrigins"),
			type: code`readonly (${names})[] | undefined`,
			optional: true,
			docs: docComment({
				paragraphs: [
					"Origins of operations that are elsewhere than the API, and that credentials, headers and query parameters of the client may go to; none unless stated. A call that would send them to another origin is refused.",
				],
			}),
		},
	];
}

function credentialsOf(
	security: readonly SecurityScheme[],
	options: ReadonlyMap<Credential, string>,
): readonly PropertyDeclaration[] {
	const properties = new Map<string, PropertyDeclaration>();
	for (const { title, description, credentials } of security)
		for (const credential of credentials) {
			const option = options.get(credential) ?? "";
			if (properties.has(option)) continue;
			const { environment, kind, in: place, parameter, prefix } = credential;
			const { origins } = credential;
			const others = credentials
				.filter((other) => other !== credential)
				.map((other) => span(options.get(other) ?? ""));
			const carrier =
				kind === "apiKey"
					? `the ${places[place]} ${span(parameter)}${prefix === undefined ? "" : ` behind ${span(prefix.trim())}`}`
					: `${kind} authentication in the header ${span(parameter)}`;
			properties.set(option, {
				key: identifier(option),
				type: code`Secret | undefined`,
				optional: true,
				docs: docComment({
					paragraphs: [
						title,
						credential.description,
						description,
						paragraph(
							`Sent as ${carrier}${others.length === 0 ? "" : ` together with ${others.join(", ")}`}.`,
							environment === undefined
								? undefined
								: `Read from the environment variable ${span(environment)} when left out.`,
							basisOf(origins),
						),
					],
				}),
			});
		}
	return [...properties.values()];
}

const places = {
	header: "header",
	query: "query parameter",
	cookie: "cookie",
} as const;

function configOf(
	model: ApiModel,
	options: ReadonlyMap<Credential, string>,
): Code {
	const { title, security } = model;
	const server = defaultServer(model);
	const envelope = commonEnvelope(model);
	const schemes = security.map(({ credentials }) => {
		const each = credentials.map((credential) =>
			credentialOf(credential, options.get(credential) ?? ""),
		);
		return code`\n\t\t[${joinCode(each, code`, `)}],`;
	});
	const lines = [
		code`\tname: ${stringLiteral(title)},`,
		...(server === undefined
			? []
			: [code`\tbaseURL: ${stringLiteral(server.url)},`]),
		code`\tenvironment: ${stringLiteral(environmentPrefix(model))},`,
		code`\tschemes: [${schemes}${schemes.length > 0 ? code`\n\t` : code``}],`,
		...(Object.keys(envelope).length === 0
			? []
			: [code`\tenvelope: ${jsonLiteral(envelope)},`]),
	];
	return code`const config: CoreConfig = {\n${joinCode(lines, code`\n`)}\n};`;
}

/** `{ option: "apiToken", header: "authorization", prefix: "Bearer " }`, and the function that puts it elsewhere. */
function credentialOf(credential: Credential, option: string): Code {
	const { environment, kind, in: place, parameter } = credential;
	const prefix = kind === "bearer" ? "Bearer " : (credential.prefix ?? "");
	const facts = {
		option,
		environment,
		header: {
			header: parameter.toLowerCase(),
			cookie: "cookie",
			query: undefined,
		}[place],
		query: place === "query" ? parameter : undefined,
		prefix: place === "cookie" ? `${parameter}=${prefix}` : prefix || undefined,
	};
	const members = Object.entries(facts).flatMap(([name, value]) =>
		value === undefined
			? []
			: [code`${identifier(name)}: ${stringLiteral(value)}`],
	);
	const put = putterOf(credential);
	if (put !== undefined) members.push(code`put: ${identifier(put)}`);
	return code`{ ${joinCode(members, code`, `)} }`;
}

/** What puts a credential on a request that is no header of its own. */
function putterOf({ kind, in: place }: Credential): RuntimeName | undefined {
	if (kind === "basic") return "basic";
	if (place === "cookie") return "inCookie";
	return place === "query" ? "inQuery" : undefined;
}

/** The functions that put the credentials of an API on requests. */
export function puttersOf({ security }: ApiModel): readonly RuntimeName[] {
	return security
		.flatMap(({ credentials }) => credentials)
		.flatMap((credential) => putterOf(credential) ?? []);
}
