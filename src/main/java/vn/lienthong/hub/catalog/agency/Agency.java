package vn.lienthong.hub.catalog.agency;

import org.jspecify.annotations.Nullable;

/**
 * An office as it is on one day: its stable id, and the code and name it bears then.
 *
 * @param code null when it is not known
 * @param kind PROVINCE, DEPARTMENT, COMMUNE and the like, as the province's file says
 * @param parent the id of the agency it belongs to then
 * @param provisional what is said here is assumed
 * @param demo a placeholder of the demonstration
 */
public record Agency(
        String id,
        @Nullable String code,
        String name,
        String kind,
        @Nullable String parent,
        boolean provisional,
        boolean demo) {}
