package org.depositary.gateway.graph.reads;

import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.web.parameters.CommonReadParameters;

/**
 * What a field reads as of. Its nested fields read as of the same point, unless they have arguments of their own.
 *
 * @param parameters the arguments {@code on}, {@code knownAt} and {@code lang}, as REST has them
 * @param asOf the same, with a position in the change log
 */
public record ReadingPoint(CommonReadParameters parameters, AsOfPoint asOf) {}
