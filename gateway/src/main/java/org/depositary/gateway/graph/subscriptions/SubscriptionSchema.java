package org.depositary.gateway.graph.subscriptions;

import static graphql.Scalars.GraphQLID;
import static graphql.Scalars.GraphQLInt;
import static graphql.Scalars.GraphQLString;
import static graphql.schema.GraphQLNonNull.nonNull;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeReference;
import jakarta.enterprise.context.ApplicationScoped;

/** The subscription type of the schema, and the types below it. */
@ApplicationScoped
public class SubscriptionSchema {

    private final ChangesPublisher changes;

    SubscriptionSchema(ChangesPublisher changes) {
        this.changes = changes;
    }

    /** The type. The schema must also contain a scalar {@code Json}. */
    public GraphQLObjectType subscription() {
        return GraphQLObjectType.newObject()
                .name("Subscription")
                .description("What happens from now on, over graphql-transport-ws")
                .field(field -> field.name(ChangesPublisher.FIELD)
                        .description("Changes as soon as reads show them, in the order of the log."
                                + " The first message has the cursor from which the subscription starts.")
                        .type(nonNull(message()))
                        .argument(since -> since.name(ChangesPublisher.SINCE)
                                .description("A cursor, or an instant (RFC 3339). Without it, from now on")
                                .type(GraphQLString))
                        .argument(filter -> filter.name(ChangesPublisher.FILTER)
                                .description("Without it, all changes")
                                .type(filter()))
                        .dataFetcher(changes))
                .build();
    }

    private static GraphQLObjectType message() {
        return GraphQLObjectType.newObject()
                .name("ChangeMessage")
                .description(
                        "A change as a CloudEvent 1.0, or a cursor. A field is null if the event has no such value")
                .field(field("event", nonNull(event()), "What this message says"))
                .field(field(
                        "cursor",
                        nonNull(GraphQLString),
                        "Subscribe with since set to it to continue after this message"))
                .field(field("id", GraphQLID, "The UUID of the event"))
                .field(field("type", GraphQLString, "For example org.depositary.membership.membership-changed.v1"))
                .field(field("source", GraphQLString, "The service that recorded the change"))
                .field(field("subject", GraphQLString, "The stream of the change, for example membership:sco/KZ"))
                .field(field("time", GraphQLString, "When the change was recorded (RFC 3339)"))
                .field(field("sequence", GraphQLInt, "The version in the stream"))
                .field(field("actor", GraphQLString, "A pseudonymous id of the person who recorded the change"))
                .field(field(
                        "data", GraphQLTypeReference.typeRef("Json"), "The event. factChange says what it changed"))
                .field(field(
                        "snapshot", GraphQLString, "Only for RESET: a URL with the same filters from the beginning"))
                .build();
    }

    private static GraphQLFieldDefinition field(String name, GraphQLOutputType type, String description) {
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(name)
                .type(type)
                .description(description)
                .build();
    }

    private static GraphQLEnumType event() {
        var type = GraphQLEnumType.newEnum()
                .name("ChangeMessageEvent")
                .description("What a message of a subscription says");
        for (var event : ChangeMessageEvent.values()) {
            type.value(event.name(), event, event.description());
        }
        return type.build();
    }

    private static GraphQLInputObjectType filter() {
        return GraphQLInputObjectType.newInputObject()
                .name("ChangeFilter")
                .description("A change must match one value of each list. A missing list matches all changes")
                .field(values("organization", "Organisations, by id"))
                .field(values("party", "Parties, by code or name"))
                .field(values("type", "CloudEvents types, or names of events, for example membership-changed"))
                .field(values("kind", "membership, document, exercise"))
                .build();
    }

    private static GraphQLInputObjectField values(String name, String description) {
        return GraphQLInputObjectField.newInputObjectField()
                .name(name)
                .description(description)
                .type(GraphQLList.list(nonNull(GraphQLString)))
                .build();
    }
}
