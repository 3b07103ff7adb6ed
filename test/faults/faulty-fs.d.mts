export interface Faults {
	/** Folders whose paths begin so are meant. */
	readonly under: string;
	readonly kind: "count" | "fail" | "die" | "kill";
	/** From 1. */
	readonly at?: number;
	readonly errno?: string;
	/** Calls count from the first of that name on whose path ends so. */
	readonly from?: { readonly call: string; readonly path: string };
}

export function install(faults: Faults): {
	readonly calls: () => number;
	readonly remove: () => void;
};

export function shuffle(): void;
