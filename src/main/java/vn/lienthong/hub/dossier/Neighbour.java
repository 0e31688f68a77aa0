package vn.lienthong.hub.dossier;

/**
 * A system outside that is kept in step with the register, in one environment; another environment
 * (stand-in, test, production) of the same neighbour is another ledger.
 */
public record Neighbour(String name, String environment) {}
