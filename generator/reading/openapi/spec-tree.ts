import {
	type Document,
	isAlias,
	isMap,
	isScalar,
	isSeq,
	type Node,
	parseDocument,
	type Range,
} from "yaml";
import type { Fence } from "../../markdown/fence.ts";
import {
	readSample,
	type SampleEntry,
	type SampleNode,
} from "../json-sample.ts";

const maximumLength = 400_000;
const maximumDepth = 64;
/** Aliases make a small text stand for a tree without end. */
const maximumNodes = 60_000;

/**
 * Reads a fence that holds YAML or JSON, with a place for every key. Nothing for what is neither, is cut off in the
 * middle, or is larger than a page of docs can be.
 */
export function readSpecTree(fence: Fence): SampleNode | undefined {
	if (fence.text.length > maximumLength) return undefined;
	if (/^\s*\{/.test(fence.text)) return readSample(fence, () => undefined);
	// With tabs in front it is no YAML, and what stands in brackets only is a list of values.
	if (/^\s*(?:\[|-\s)/.test(fence.text)) return undefined;
	return readYaml(fence);
}

function readYaml(fence: Fence): SampleNode | undefined {
	let document: Document.Parsed;
	try {
		document = parseDocument(fence.text, {
			schema: "core",
			customTags: [],
			merge: false,
			strict: false,
			uniqueKeys: false,
			logLevel: "silent",
		});
	} catch {
		// The library recurses; what is nested too deep for it describes nothing.
		return undefined;
	}
	const { contents } = document;
	// `...` for what was left out is a fault that costs nothing; a text of faults is no YAML.
	if (contents === null || document.errors.length > 3) return undefined;
	const anchors = new Map<string, Node>();
	return convert(contents, { fence, anchors, left: maximumNodes }, 0);
}

interface State {
	readonly fence: Fence;
	/** An alias means what had the name last in front of it. */
	readonly anchors: Map<string, Node>;
	left: number;
}

function convert(node: Node, state: State, depth: number): SampleNode {
	const span = spanOf(node.range, state);
	const nothing: SampleNode = { kind: "value", value: null, span };
	if (depth > maximumDepth || --state.left < 0) return nothing;
	if (isAlias(node)) {
		const target = state.anchors.get(node.source);
		return target === undefined ? nothing : convert(target, state, depth + 1);
	}
	if (node.anchor !== undefined) state.anchors.set(node.anchor, node);
	if (isMap<unknown, unknown>(node)) {
		const entries = new Map<string, SampleEntry>();
		for (const { key, value } of node.items) {
			if (!isScalar(key)) continue;
			const name = String(key.value);
			const keySpan = spanOf(key.range, state);
			const inner = isNode(value)
				? convert(value, state, depth + 1)
				: { ...nothing, span: keySpan };
			entries.set(name, { key: name, keySpan, node: inner });
		}
		return { kind: "object", entries: [...entries.values()], span };
	}
	if (isSeq<unknown>(node)) {
		const items = node.items.flatMap((item) =>
			isNode(item) ? [convert(item, state, depth + 1)] : [],
		);
		return { kind: "array", items, span };
	}
	return { ...nothing, value: isScalar(node) ? plain(node.value) : null };
}

function isNode(value: unknown): value is Node {
	return isAlias(value) || isMap(value) || isSeq(value) || isScalar(value);
}

function plain(value: unknown): string | number | boolean | null {
	if (typeof value === "string" || typeof value === "boolean") return value;
	if (typeof value === "number" && Number.isFinite(value)) return value;
	return value === null || value === undefined ? null : String(value);
}

function spanOf(range: Range | null | undefined, { fence }: State) {
	if (range === null || range === undefined) return fence.span;
	const [start, end] = range;
	const bare = fence.text.slice(start, end).trimEnd().length;
	return fence.at(start, start + Math.max(1, bare));
}
