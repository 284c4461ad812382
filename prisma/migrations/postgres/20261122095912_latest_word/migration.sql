-- CreateIndex
CREATE INDEX "Forecast_questionId_memberId_id_idx" ON "Forecast"("questionId", "memberId", "id");
