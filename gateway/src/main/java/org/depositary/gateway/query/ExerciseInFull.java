package org.depositary.gateway.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** An exercise with every event of it. */
record ExerciseInFull(@JsonUnwrapped Exercise exercise, List<Recording> recordings) {}
