package org.depositary.gateway.parked;

import java.util.List;

/**
 * The result of a replay or a dismissal.
 *
 * @param replayed items that are no longer parked
 * @param stillParked number of matching items that are still parked
 * @param parked those of them that have been parked longest; {@code GET /api/parked} lists all
 */
record ReplayResult(List<Replayed> replayed, long stillParked, List<ParkedItem> parked) {

    record Replayed(String id, String stream) {}
}
