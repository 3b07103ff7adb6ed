/**
 * What a fault is but for the places and names in it: two of one kind are taken for the same find. A sentence about a model
 * ends with what is wrong.
 */
export function kindOf(fault: string): string {
	if (fault.startsWith("model: "))
		return `model: ${fault.split(" ").slice(-3).join(" ")}`;
	return fault
		.replace(/"(?:[^"\\]|\\.)*"|\d+/g, "…")
		.replace(/:.*-.*|leaves out.*|is not .*/, "")
		.slice(0, 80);
}
