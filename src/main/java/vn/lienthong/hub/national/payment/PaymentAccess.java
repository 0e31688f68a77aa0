package vn.lienthong.hub.national.payment;

import java.util.function.Supplier;
import vn.lienthong.hub.national.portal.Portal;

/** How the platform is reached: its door, its rules in force, the secret shared with it. */
public record PaymentAccess(Portal platform, Supplier<PaymentRules> rules, Supplier<String> secret) {}
