package nl.kring.crm.enrolment.desk;

import nl.kring.crm.platform.BusinessException;

/** Why a guest's question is not taken: it came too often, or the link came too late. */
public class GuestRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    GuestRefused(String code) {
        super(code);
    }
}
