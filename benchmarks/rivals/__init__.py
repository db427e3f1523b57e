"""What others do for the same: folium's TimestampedGeoJson, and a map that st.slider builds anew."""
