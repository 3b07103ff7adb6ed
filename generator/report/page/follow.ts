/** Shows the next page when the server has one; the view stays, as the address names it. */
export function follow(): void {
	const events = new EventSource("/events");
	let isLost = false;
	events.addEventListener("show", () => location.reload());
	events.addEventListener("error", () => {
		isLost = true;
	});
	// What changed while nobody could tell is on the page of the server that is back.
	events.addEventListener("here", () => {
		if (isLost) location.reload();
	});
}
