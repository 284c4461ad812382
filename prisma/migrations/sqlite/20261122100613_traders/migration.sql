-- CreateIndex
CREATE INDEX "Trade_questionId_memberId_points_idx" ON "Trade"("questionId", "memberId", "points");
