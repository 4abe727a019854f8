package org.depositary.gateway.graph;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "depositary.graphql")
public interface GraphQlSettings {

    /** The maximum size of the body of a request. */
    @WithDefault("100K")
    MemorySize largestRequest();

    /** The maximum number of tokens of a document: names, numbers, texts and punctuation. */
    @WithDefault("5000")
    int maxTokens();

    /** The maximum number of fields within each other. An object of a list is two levels below its list. */
    @WithDefault("20")
    int maxDepth();

    /** The maximum cost of a document, at most 500,000: about the number of objects that its response can have. */
    @WithDefault("20000")
    int maxCost();

    /** The maximum number of aliases in a document. */
    @WithDefault("50")
    int maxAliases();

    /** The maximum number of documents that this gateway executes at once. */
    @WithDefault("16")
    int maxExecutions();

    /** The maximum number of documents of one client that this gateway executes at once. */
    @WithDefault("8")
    int maxExecutionsPerClient();

    /** The maximum number of operations in a document. */
    @WithDefault("10")
    int maxOperations();
}
