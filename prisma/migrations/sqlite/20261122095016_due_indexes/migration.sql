-- CreateIndex
CREATE INDEX "Card_platform_state_idx" ON "Card"("platform", "state");

-- CreateIndex
CREATE INDEX "LimitOrder_state_expiresAt_idx" ON "LimitOrder"("state", "expiresAt");
