/** The body that the operation called in the bench is answered with. */
export const answer: string = JSON.stringify({
	success: true,
	errors: [],
	messages: [],
	result: {
		ipsec_id: "a",
		ipsec_tunnel_id: "b",
		psk: "c",
		psk_metadata: { last_generated_on: "2026-01-01T00:00:00Z" },
	},
});
