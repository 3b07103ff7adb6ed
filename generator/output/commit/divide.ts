import { lstatSync, readdirSync } from "node:fs";
import { errnoOf, isWithin } from "../look-at.ts";
import type { Plan } from "../plan.ts";
import { at, lookOf, type Staging } from "./staging.ts";
import type { Step } from "./step.ts";

/** From so many changes on a folder is swapped whole. */
const many = 8;
/** Files that stay as they are for each that changes: to take one along costs a link. */
const alongside = 16;

/** What the disk is known or hoped to allow. */
export interface Means {
	/** A second name for a file. */
	readonly links: boolean;
	/** A folder that is moved with what is in it. */
	readonly swaps: boolean;
}

/**
 * Divides a plan into as few steps as possible, since somebody who looks between two of them sees the old beside the new.
 * The largest folders that hold nothing but ours are swapped whole, at best the output itself, with links to what does
 * not change; what is new in whole comes in whole. Everywhere else each file is a step of its own: what others put
 * there is not moved, not even with the folder that it is in.
 */
export function divide(
	plan: Plan,
	staging: Staging,
	{ links, swaps }: Means,
): readonly Step[] {
	const tree = treeOf(plan);
	const survey = surveyor(staging, plan);
	const steps: Step[] = [];
	visit(tree, "");
	return steps;

	function visit(node: Node, path: string): void {
		const { written, removed, unchanged } = node.count;
		if (written + removed === 0) return;
		const movable = path !== "" || staging.beside;
		const here = lookOf(at(staging.out, path));
		if (movable && here === undefined) {
			if (written > 0)
				steps.push({ path, folder: true, old: false, new: true });
			return;
		}
		const wanted = written + unchanged > 0;
		if (movable && isWorth(node, path) && survey.isOurs(path)) {
			steps.push({ path, folder: true, old: true, new: wanted });
			return;
		}
		for (const file of node.written)
			steps.push({
				path: file,
				folder: false,
				old: plan.before.has(file),
				new: true,
			});
		for (const file of node.removed)
			steps.push({ path: file, folder: false, old: true, new: false });
		for (const [name, child] of node.folders)
			visit(child, path === "" ? name : `${path}/${name}`);
	}

	function isWorth({ count }: Node, path: string): boolean {
		const { written, removed, unchanged } = count;
		const changed = written + removed;
		if (!swaps) return false;
		if (written + unchanged === 0) return path !== "";
		if (unchanged > 0 && !links) return false;
		// An empty folder is as good as none.
		if (unchanged === 0 && removed === 0 && survey.isEmpty(path)) return true;
		return changed >= many && unchanged <= changed * alongside;
	}
}

interface Node {
	readonly folders: Map<string, Node>;
	/** Paths of files right in the folder. */
	readonly written: string[];
	readonly removed: string[];
	/** Of all files below. */
	readonly count: { written: number; removed: number; unchanged: number };
}

function treeOf({ written, removed, unchanged }: Plan): Node {
	const root = newNode();
	const add = (path: string, kind: keyof Node["count"]) => {
		let node = root;
		node.count[kind]++;
		for (const name of path.split("/").slice(0, -1)) {
			const next = node.folders.get(name) ?? newNode();
			node.folders.set(name, next);
			node = next;
			node.count[kind]++;
		}
		if (kind !== "unchanged") node[kind].push(path);
	};
	for (const { path } of written) add(path, "written");
	for (const path of removed) add(path, "removed");
	for (const path of unchanged) add(path, "unchanged");
	return root;
}

function newNode(): Node {
	const count = { written: 0, removed: 0, unchanged: 0 };
	return { folders: new Map(), written: [], removed: [], count };
}

/** Looks at what is in the folders of the output, each once. */
function surveyor({ out, path: staging }: Staging, plan: Plan) {
	const ours = new Set([
		...plan.unchanged,
		...plan.removed,
		...plan.before.keys(),
	]);
	const known = new Map<string, boolean>();
	// What is made here looks like the staging folder: owner and disk.
	const { uid, gid, dev } = lstatSync(staging);
	// The folder that somebody stands in is not pulled from under their feet.
	const here = process.cwd();

	/** It holds files of ours and folders of such, on one disk and of one owner, and nothing else. */
	function isOurs(path: string): boolean {
		const found = known.get(path) ?? look(path);
		known.set(path, found);
		return found;
	}

	function look(path: string): boolean {
		const folder = at(out, path);
		const found = lookOf(folder);
		if (!found?.isDirectory() || isWithin(folder, here)) return false;
		if (found.dev !== dev || found.uid !== uid || found.gid !== gid)
			return false;
		const entries = entriesIn(folder);
		if (entries === undefined) return false;
		// No short cut: whether the folders below are ours is asked next where this one is not.
		return entries.every((entry) => {
			const below = path === "" ? entry.name : `${path}/${entry.name}`;
			if (entry.isDirectory()) return isOurs(below);
			return entry.isFile() && ours.has(below);
		});
	}

	return {
		isOurs,
		isEmpty: (path: string) => entriesIn(at(out, path))?.length === 0,
	};
}

function entriesIn(folder: string) {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch (error) {
		errnoOf(error);
		return undefined;
	}
}
