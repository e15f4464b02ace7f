package nl.kring.crm.registry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import nl.kring.crm.security.Role;

/** The quality registers in which somebody may have a number. They are of the world outside, so nobody's own. */
@Stateless
public class QualityRegisters {

    @PersistenceContext
    private EntityManager em;

    /** Their codes, in the order in which they are shown. For anyone signed in. */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public List<String> codes() {
        return new RegisterTable(em).codes();
    }
}
