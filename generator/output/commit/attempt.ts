import { errnoOf } from "../look-at.ts";

/** Does something to the disk; false where the disk refuses. Other faults are thrown. */
export function attempt(work: () => void): boolean {
	try {
		work();
		return true;
	} catch (error) {
		errnoOf(error);
		return false;
	}
}
