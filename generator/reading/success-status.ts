import type { Response } from "../model/types.ts";

/** The success that was stated, or 200. */
export function successStatus({
	responses,
}: {
	readonly responses: readonly Response[];
}): string {
	return (
		responses.find(({ status }) => status.startsWith("2"))?.status ?? "200"
	);
}
