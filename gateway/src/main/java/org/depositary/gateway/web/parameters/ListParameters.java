package org.depositary.gateway.web.parameters;

import jakarta.ws.rs.BeanParam;

/** The query parameters of every list. */
public record ListParameters(
        @BeanParam CommonReadParameters reading, @BeanParam PagingParameters paging) {

    /** Whether the request gives a day. Without one, most lists contain items of all times. */
    public boolean onDay() {
        return reading.on().isPresent();
    }
}
