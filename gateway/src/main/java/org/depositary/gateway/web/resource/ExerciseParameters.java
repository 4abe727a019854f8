package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import org.depositary.gateway.read.exercises.ExerciseFilter;
import org.depositary.gateway.web.parameters.ListParameters;
import org.depositary.gateway.web.parameters.PagingParameters;

/** Parameters of a request for a list of exercises, or of what follows from them. */
public record ExerciseParameters(
        @BeanParam ExerciseFilterParameters exercises,
        @BeanParam PagingParameters paging) {

    ExerciseFilter filter() {
        return exercises.filter();
    }

    ListParameters list() {
        return new ListParameters(exercises.reading(), paging);
    }
}
