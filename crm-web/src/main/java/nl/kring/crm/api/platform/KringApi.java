package nl.kring.crm.api.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the API begins; its resources are found by themselves. */
@ApplicationPath("/api/v1")
public class KringApi extends Application {}
