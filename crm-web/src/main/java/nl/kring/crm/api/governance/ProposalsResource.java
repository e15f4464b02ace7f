package nl.kring.crm.api.governance;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.kring.crm.governance.ChangeProposals;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;

/** What waits for the steward of a person, with the rights of the screens. */
@Path("/proposals")
@Produces(MediaType.APPLICATION_JSON)
public class ProposalsResource {

    /**
     * What a steward, or whoever proposed it, decides.
     *
     * @param decision ACCEPT, REJECT or WITHDRAW
     * @param answer what the proposer is told; required with REJECT
     */
    public record Decision(String decision, String answer) {}

    @Inject
    private ChangeProposals proposals;

    /** {@code made=true} asks for what the caller's organisation proposed. */
    @GET
    public ProposalList list(@QueryParam("made") boolean made) {
        return ProposalList.of(made ? proposals.proposed() : proposals.waiting());
    }

    @POST
    @Path("/{uuid}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public void decide(@PathParam("uuid") String uuid, Decision given) {
        UUID proposal = known(uuid);
        String decision = given == null ? null : given.decision();
        if ("ACCEPT".equals(decision)) {
            proposals.accept(proposal, given.answer());
        } else if ("REJECT".equals(decision)) {
            proposals.reject(proposal, given.answer());
        } else if ("WITHDRAW".equals(decision)) {
            proposals.withdraw(proposal);
        } else {
            throw new InvalidInputException("proposal-decision");
        }
    }

    private static UUID known(String uuid) {
        try {
            return UUID.fromString(uuid);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }
}
