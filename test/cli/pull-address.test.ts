import { expect, test } from "vitest";
import { refuseRedirect } from "../../generator/cli/pull-address.ts";

test.each([
	["https://a.example/1", "https://b.example/2", false, true],
	["https://a.example/1", "http://a.example/1", false, false],
	["https://a.example/1", "http://a.example/1", true, false],
	// A public server does not send us to this machine, whatever its owner allows himself.
	["https://a.example/1", "http://127.0.0.1/2", true, false],
	["https://a.example/1", "https://localhost/2", true, false],
	["https://a.example/1", "https://[::1]/2", true, false],
	["http://127.0.0.1:8000/1", "http://127.0.0.1:8001/2", true, true],
	["http://localhost/1", "http://localhost/2", true, true],
	["http://localhost/1", "https://a.example/2", true, true],
	["https://a.example/1", "https://10.0.0.1/2", false, false],
	["https://a.example/1", "https://[fd00::1]/2", false, false],
	["https://10.0.0.1/1", "https://10.0.0.1/2", false, true],
	["https://10.0.0.1/1", "https://10.0.0.2/2", false, false],
])("%s → %s, loopback allowed: %s", (from, target, allowed, followed) => {
	const refusal = refuseRedirect(new URL(target), new URL(from), allowed);
	expect(refusal === undefined).toBe(followed);
});
