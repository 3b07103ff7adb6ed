import { test } from "vitest";
import { waiting } from "./waiting.ts";

for (const { number, part, reason } of waiting)
	test.todo(`${number} ${part ?? "waits"}: ${reason}`);
