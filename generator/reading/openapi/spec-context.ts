import type { Section } from "../../markdown/sections.ts";
import type { Definition } from "../../model/definition.ts";
import type {
	Credential,
	OAuth,
	Origins,
	Scope,
	SecurityScheme,
} from "../../model/types.ts";
import { emptyFragment, type Fragment, type Reader } from "../fragment.ts";
import type { SampleEntry, SampleNode } from "../json-sample.ts";
import { isSpecBlock, type SpecBlock } from "./spec-block.ts";
import { namedSchemas } from "./spec-kind.ts";
import { entriesOf, itemsOf, memberOf, textIn } from "./spec-node.ts";
import { serversOfAll } from "./spec-servers.ts";
import { shapeOfSchema } from "./spec-shape.ts";
import { type VariantMark, variantMarks, withMark } from "./spec-variants.ts";

/** What the pieces of OpenAPI descriptions of a document say for all operations: types, servers and security. */
export function readSpecContext(root: Section, reader: Reader): Fragment {
	const blocks = [...specBlocks(root)];
	const marks = variantMarks(blocks.map((block) => block.root));
	const read = blocks.map((block) => {
		const { root: tree, roots, span } = block;
		if (block.spec.kind === "types")
			reader.ledger.mark(span, "read", "OpenAPI");
		const definitions =
			block.spec.kind === "type"
				? []
				: namedSchemas(tree).map((entry) => definitionOf(entry, roots, marks));
		return {
			definitions,
			servers: serversOfAll(tree),
			security: securityIn(tree),
		};
	});
	return {
		...emptyFragment,
		definitions: read.flatMap(({ definitions }) => definitions),
		servers: read.flatMap(({ servers }) => servers),
		security: read.flatMap(({ security }) => security),
	};
}

/** Each piece once: sections of its operations hold it, too. */
function* specBlocks(
	section: Section,
	seen: Set<SampleNode> = new Set(),
): Generator<SpecBlock> {
	for (const block of section.blocks)
		if (isSpecBlock(block) && !seen.has(block.root)) {
			seen.add(block.root);
			yield block;
		}
	for (const inner of section.sections) yield* specBlocks(inner, seen);
}

function definitionOf(
	{ key, keySpan, node }: SampleEntry,
	roots: readonly SampleNode[],
	marks: ReadonlyMap<string, VariantMark>,
): Definition {
	const description = textIn(node, "description");
	return {
		name: key,
		file: keySpan.file,
		anchors: [],
		shape: withMark(shapeOfSchema(node, roots), marks.get(key)),
		...(description !== undefined && { description }),
		origins: [{ span: keySpan, basis: "stated" }],
	};
}

function securityIn(root: SampleNode): readonly SecurityScheme[] {
	const components = memberOf(root, "components");
	const entries = [
		...entriesOf(memberOf(components, "securitySchemes")),
		...entriesOf(memberOf(root, "securityDefinitions")),
	];
	const credentials = new Map<string, Credential>();
	for (const entry of entries) {
		const credential = credentialOf(entry);
		if (credential !== undefined) credentials.set(entry.key, credential);
	}
	const required = itemsOf(memberOf(root, "security"))
		.map((one) => entriesOf(one).map(({ key }) => key))
		.filter((names) => names.length > 0);
	const sets =
		required.length > 0
			? required
			: [...credentials.keys()].map((key) => [key]);
	return sets.flatMap((names): readonly SecurityScheme[] => {
		const held = names.flatMap((name) => credentials.get(name) ?? []);
		const [first] = held;
		if (first === undefined || held.length < names.length) return [];
		const title = names.join(" + ");
		const oauth = names
			.map((name) => entries.find(({ key }) => key === name)?.node)
			.map(oauthOf)
			.find((one) => one !== undefined);
		return [
			{
				title,
				credentials: held,
				...(oauth !== undefined && { oauth }),
				origins: first.origins,
			},
		];
	});
}

/** Later descriptions have flows, an older one is a flow itself; the first with a page to agree on says most. */
function oauthOf(node: SampleNode | undefined): OAuth | undefined {
	if (textIn(node, "type")?.toLowerCase() !== "oauth2") return undefined;
	const flows = [
		node,
		...entriesOf(memberOf(node, "flows")).map((one) => one.node),
	];
	const texts = (key: string) =>
		flows.flatMap((flow) => textIn(flow, key) ?? []);
	const [authorizationUrl] = texts("authorizationUrl");
	const [tokenUrl] = texts("tokenUrl");
	const scopes = flows
		.flatMap((flow) => entriesOf(memberOf(flow, "scopes")))
		.map(({ key: name, node: said }): Scope => {
			const description = said.kind === "value" ? said.value : undefined;
			return typeof description === "string" && description !== ""
				? { name, description }
				: { name };
		});
	const known = new Map(scopes.map((scope) => [scope.name, scope]));
	return {
		...(authorizationUrl !== undefined && { authorizationUrl }),
		...(tokenUrl !== undefined && { tokenUrl }),
		scopes: [...known.values()],
	};
}

function credentialOf({
	key,
	keySpan,
	node,
}: SampleEntry): Credential | undefined {
	const origins: Origins = [{ span: keySpan, basis: "stated" }];
	const description = textIn(node, "description");
	const base = {
		name: key,
		...(description !== undefined && { description }),
		origins,
	};
	const authorization = { in: "header", parameter: "Authorization" } as const;
	const type = textIn(node, "type")?.toLowerCase();
	const scheme = textIn(node, "scheme")?.toLowerCase();
	if (type === "basic" || (type === "http" && scheme === "basic"))
		return { ...base, ...authorization, kind: "basic" };
	if (type === "apikey") {
		const parameter = textIn(node, "name");
		const place = textIn(node, "in");
		if (parameter === undefined) return undefined;
		return place === "header" || place === "query"
			? { ...base, kind: "apiKey", in: place, parameter }
			: undefined;
	}
	const bearer =
		(type === "http" && scheme === "bearer") ||
		type === "oauth2" ||
		type === "openidconnect";
	return bearer ? { ...base, ...authorization, kind: "bearer" } : undefined;
}
