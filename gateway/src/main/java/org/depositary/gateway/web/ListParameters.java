package org.depositary.gateway.web;

import jakarta.ws.rs.BeanParam;

/** The parameters of every list. */
public record ListParameters(
        @BeanParam CommonReadParameters reading, @BeanParam PagingParameters paging) {

    /** Whether the request names a day. Most lists have items of all times otherwise. */
    public boolean onDay() {
        return reading.on().isPresent();
    }
}
