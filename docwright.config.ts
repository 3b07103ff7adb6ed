import { defineConfig } from "docwright";

export default defineConfig({
	docs: "spec",
	out: "generated",
	package: { name: "magic-ipsec-tunnels", version: "0.1.0" },
});
