package org.depositary.gateway.parked;

import java.util.List;

/**
 * What a replay did.
 *
 * @param replayed what is parked no longer
 * @param stillParked how much stays parked
 * @param parked of that, what has been parked longest, and why it stays; {@code GET /api/parked} has all of it
 */
record ReplayResult(List<Replayed> replayed, long stillParked, List<ParkedItem> parked) {

    /** An item of {@code GET /api/parked} that is there no longer. */
    record Replayed(String id, String stream) {}
}
