import type { List, ListItem } from "mdast";
import { plainText } from "../markdown/block.ts";
import { type FieldList, readFieldBullets } from "./field-bullets.ts";
import type { Reader } from "./fragment.ts";

/** Parameters of an operation as an SDK's page lists them, and the place that they share if the page says so. */
export interface ArgumentFields extends FieldList {
	readonly location?: "query" | "body" | "header";
}

const object =
	/^(params|query|body|headers?|options)\??\s*:?\s+[A-Z]\w*Params\b(?:\s*\{.*\})?(?:\s*\|\s*(?:null|undefined))*$/s;

/**
 * Reads the parameters of a call. `` - `params: ThingListParams` `` is how an SDK takes what the bullets within it
 * describe; `query` and `body` in place of `params` say where these go.
 */
export function readArgumentBullets(
	list: List,
	reader: Reader,
): readonly ArgumentFields[] {
	const objects = new Map(
		list.children.flatMap((item) => {
			const name = argumentItem(item);
			return name === undefined ? [] : [[item, name] as const];
		}),
	);
	if (objects.size === 0) return [readFieldBullets(list, reader)];
	const own = list.children.filter((item) => !objects.has(item));
	const inner = [...objects].flatMap(([item, name]) =>
		item.children.flatMap((node): readonly ArgumentFields[] => {
			if (node.type !== "list") return [];
			const location = placeOf(name);
			const read = readFieldBullets(node, reader);
			return [location === undefined ? read : { ...read, location }];
		}),
	);
	return own.length === 0
		? inner
		: [readFieldBullets({ ...list, children: own }, reader), ...inner];
}

function argumentItem({ children: [first] }: ListItem): string | undefined {
	if (first?.type !== "paragraph") return undefined;
	const [code, ...others] = first.children;
	return code?.type === "inlineCode" && others.every((one) => !plainText(one))
		? argumentObject(code.value)
		: undefined;
}

/** The name of the argument when the line is an SDK's object of arguments: `params: ThingListParams { a, b }`. */
export function argumentObject(line: string): string | undefined {
	return object.exec(line.trim())?.[1];
}

function placeOf(name: string): ArgumentFields["location"] {
	if (name === "query" || name === "body") return name;
	return /^headers?$/.test(name) ? "header" : undefined;
}
