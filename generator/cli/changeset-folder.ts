import { dirname, join } from "node:path";
import { lookAt } from "../output/look-at.ts";

/** The `.changeset` folder of a project: in this folder or one above it, up to the top of its repository. */
export function changesetFolder(folder: string): string | undefined {
	const found = join(folder, ".changeset");
	if (lookAt(join(found, "config.json")).kind === "file") return found;
	const isTop = lookAt(join(folder, ".git")).kind !== "missing";
	const parent = dirname(folder);
	return isTop || parent === folder ? undefined : changesetFolder(parent);
}
