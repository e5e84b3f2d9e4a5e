"""bulk: many reports, in order, over several processes, in flat memory, to one file that only appears whole.

``sources`` says where reports come from, ``work`` answers one, ``pool`` spreads the work, ``run`` writes and resumes.
``spark`` does the same work on a cluster.
"""
