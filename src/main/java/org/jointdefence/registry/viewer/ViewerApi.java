package org.jointdefence.registry.viewer;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jointdefence.registry.clearance.Caller;

/** Resolves the root field {@code viewer}. */
@GraphQLApi
public class ViewerApi {

    @Query("viewer")
    @Description("The caller, as identified by the token. Also available without a token.")
    public @NonNull Viewer viewer(Context context) {
        DataFetchingEnvironment environment = context.unwrap(DataFetchingEnvironment.class);
        Caller caller = environment.getGraphQlContext().get(Caller.class);
        return Viewer.of(caller);
    }
}
