package org.depositary.gateway.web.resource;

import jakarta.ws.rs.Path;
import org.depositary.gateway.web.Reads;

/** Where single facts are that have no read of their own. */
final class FactsResource {

    private FactsResource() {}

    @Path("/api/membership-changes")
    public static class MembershipChanges extends SingleFactResource {
        MembershipChanges(Reads reads) {
            super(reads, "membership-change");
        }
    }

    @Path("/api/organization-changes")
    public static class OrganizationChanges extends SingleFactResource {
        OrganizationChanges(Reads reads) {
            super(reads, "organization-change");
        }
    }

    @Path("/api/organs")
    public static class Organs extends SingleFactResource {
        Organs(Reads reads) {
            super(reads, "organ");
        }
    }

    @Path("/api/terms")
    public static class Terms extends SingleFactResource {
        Terms(Reads reads) {
            super(reads, "term");
        }
    }

    @Path("/api/meetings")
    public static class Meetings extends SingleFactResource {
        Meetings(Reads reads) {
            super(reads, "meeting");
        }
    }

    @Path("/api/relations")
    public static class Relations extends SingleFactResource {
        Relations(Reads reads) {
            super(reads, "relation");
        }
    }

    @Path("/api/contributions")
    public static class Contributions extends SingleFactResource {
        Contributions(Reads reads) {
            super(reads, "contribution");
        }
    }

    @Path("/api/rules")
    public static class Rules extends SingleFactResource {
        Rules(Reads reads) {
            super(reads, "rule");
        }
    }

    @Path("/api/figures")
    public static class Figures extends SingleFactResource {
        Figures(Reads reads) {
            super(reads, "figure");
        }
    }
}
