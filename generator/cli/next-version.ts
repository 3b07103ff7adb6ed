import semver from "semver";
import type { Change } from "../changes/index.ts";

/** How a version rises. */
export type Bump = "major" | "minor" | "patch" | "prerelease";

/**
 * How far a version has to rise for these changes, by Semantic Versioning 2.0.0; nothing where nothing changed. Before
 * 1.0.0 a breaking change raises the minor version and all else the patch version, as ranges such as `^0.2.3` expect it. A
 * pre-release is followed by the next one.
 */
export function bumpFor(
	version: string,
	changes: readonly Change[],
): Bump | undefined {
	if (changes.length === 0) return undefined;
	if (semver.prerelease(version) !== null) return "prerelease";
	const early = semver.major(version) === 0;
	const has = (impact: Change["impact"]) =>
		changes.some((change) => change.impact === impact);
	if (has("breaking")) return early ? "minor" : "major";
	return has("addition") && !early ? "minor" : "patch";
}

/** True for a version in the form of Semantic Versioning. */
export function isVersion(version: string): boolean {
	return semver.valid(version) !== null;
}

/** The version after a bump, or the one that is stated where that is as high already. */
export function nextVersion(from: string, bump: Bump, stated: string): string {
	const next = semver.inc(from, bump) ?? from;
	return semver.gte(stated, next) ? stated : next;
}

/** The tags that name a version of a package, the highest version first: `v1.2.0`, `1.2.0`, `name@1.2.0`. */
export function versionTags(
	tags: readonly string[],
	name: string,
): readonly string[] {
	return tags
		.flatMap((tag) => {
			const rest = [`${name}@`, "v", ""].find((start) => tag.startsWith(start));
			const version = semver.valid(tag.slice(rest?.length ?? 0));
			return version === null ? [] : [{ tag, version }];
		})
		.sort((a, b) => semver.rcompare(a.version, b.version))
		.map(({ tag }) => tag);
}
